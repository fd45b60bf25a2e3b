import packageJson from '../../package.json' with { type: 'json' };

/** The version of Perpetua that runs. */
export const VERSION: string = packageJson.version;
