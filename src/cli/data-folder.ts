/** Where cubes and sagas keep things when `--data` names no other folder. */
const DATA_FOLDER = ".cubular/data"

/** The folder `--data` names, or the one all commands share. */
export function dataFolder({ data }: { readonly data?: string | boolean | undefined }): string {
  return typeof data === "string" ? data : DATA_FOLDER
}
