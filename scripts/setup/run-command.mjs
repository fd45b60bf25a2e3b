import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {number} status exit code; 127 when the command could not be started, 128 when a signal ended it
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a command without a shell and waits for its end. Never throws: a command that can't be started is a result too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean }} [options]
 *   `show`: what it prints also goes to our stderr, as it comes
 * @returns {Promise<CommandResult>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: options.timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (options.show) process.stderr.write(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
      if (options.show) process.stderr.write(chunk);
    });
    child.once('error', (error) => resolve({ status: 127, stdout, stderr: `${stderr}${error.message}` }));
    child.once('close', (code) => resolve({ status: code ?? 128, stdout, stderr }));
  });
}

/**
 * @param {CommandResult} result
 * @returns {string} the line that tells most: the first that speaks of an error, else the last
 */
export function lastWords(result) {
  const lines = `${result.stdout}\n${result.stderr}`.split('\n').map((line) => line.trim());
  const spoken = lines.filter((line) => line !== '');
  return spoken.find((line) => /error|not found|fail/i.test(line)) ?? spoken.at(-1) ?? `exit code ${result.status}`;
}
