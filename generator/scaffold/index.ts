export { packageManager, type PackageManager } from './managers.js';
export { PROJECT_PATHS, projectFiles, type ProjectFile, type ProjectPath } from './project.js';
export { type Installed, schemaLine } from './schema-line.js';
