/** The names of what the preload asks main for besides the contract. */
export const CHOOSE_FOLDER = 'perpetua:choose-folder';
export const CHOOSE_FILES = 'perpetua:choose-files';
