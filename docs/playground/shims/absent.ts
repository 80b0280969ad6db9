// What a browser has not, and what nothing that runs there calls: templates and types are prepared by the build.

function absent(): never {
  throw new Error('there are no files in a browser');
}

export const readFileSync = absent;
export const readFile = absent;
export const readdir = absent;
export const lstat = absent;
export const join = absent;
export default {};
