import { z } from 'zod';

/** An address of one of these protocols that is also `sound`. `form` is what a refusal tells the operator to write. */
export function addressSchema(protocols: readonly string[], form: string, sound: (url: URL) => boolean) {
  return z
    .string()
    .max(2000)
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : null;
      return url !== null && protocols.includes(url.protocol) && sound(url);
    }, `Write an address like ${form}.`);
}

export function hasHost({ hostname }: URL): boolean {
  return hostname !== '';
}

/** An SRT listener may leave its host out only by writing 0.0.0.0. */
export function hasHostAndPort({ hostname, port }: URL): boolean {
  return hostname !== '' && port !== '';
}

/** Of things that each have an id: none stands twice. `name` is what a refusal calls them. */
export function refuseTwins(name: string) {
  return (all: readonly { readonly id: string }[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [index, { id }] of all.entries()) {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `Another ${name} has this id.` });
      seen.add(id);
    }
  };
}
