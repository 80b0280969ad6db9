import { type Disk, disk } from '../../generator/output/disk.js';

/** An error as the operating system gives it. */
export function systemError(code: string, path = '/somewhere'): Error {
  return Object.assign(new Error(`${code}: injected, '${path}'`), { code, path });
}

/** The real disk, with `before` asked first at every operation; it throws to make one fail. */
export function watchedDisk(before: (operation: keyof Disk, path: string) => void): Disk {
  const watch = <Arguments extends readonly unknown[], Result>(name: keyof Disk, operation: (...args: Arguments) => Promise<Result>) => {
    return async (...args: Arguments): Promise<Result> => {
      before(name, String(args[0]));
      return operation(...args);
    };
  };
  return {
    ...disk,
    copyFile: watch('copyFile', disk.copyFile),
    link: watch('link', disk.link),
    mkdir: watch<Parameters<Disk['mkdir']>, unknown>('mkdir', disk.mkdir),
    open: watch('open', disk.open),
    rename: watch('rename', disk.rename),
    rm: watch('rm', disk.rm),
    rmdir: watch('rmdir', disk.rmdir),
    unlink: watch('unlink', disk.unlink),
    writeFile: watch('writeFile', disk.writeFile),
  };
}
