/** The folder of this program: templates and `package.json` are found from here. Its place in `dist/` is that in `generator/`. */
export const ROOT: URL = new URL('../', import.meta.url);
