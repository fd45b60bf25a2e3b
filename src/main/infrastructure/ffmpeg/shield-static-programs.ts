/**
 * Keeps the children of a process from loading the system's character sets. The programs that packages carry for Linux are static builds with a
 * C library of their own, which crashes on those of a newer system: ffprobe of @ffprobe-installer/linux-x64 5.2.0 dies of SIGSEGV on Debian 12 with
 * any MPEG-TS, because its service name is in such a set. Without them a name that is not UTF-8 is shown as it stands.
 */
export function shieldStaticPrograms(environment: NodeJS.ProcessEnv): void {
  if (process.platform === 'linux') environment.GCONV_PATH ??= '/nonexistent';
}
