import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { resolve, type ResolutionContext } from 'metro-resolver'

/**
 * Resolves a module name with Metro's resolver, as in a React Native app.
 *
 * @param isExportsEnabled whether Metro reads `exports`. Versions before 0.82 do not by default.
 * @returns the path of the file
 * @throws {Error} when Metro finds no file
 */
export function resolveWithMetro(folder: string, moduleName: string, isExportsEnabled: boolean): string {
  const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()
  const readPackage = (file: string): Record<string, unknown> | null =>
    isFile(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null
  const context: ResolutionContext = {
    allowHaste: false,
    assetExts: new Set(['png']),
    customResolverOptions: {},
    dev: true,
    disableHierarchicalLookup: false,
    doesFileExist: isFile,
    extraNodeModules: null,
    fileSystemLookup: (file) =>
      existsSync(file)
        ? { exists: true, type: statSync(file).isFile() ? 'f' : 'd', realPath: file }
        : { exists: false },
    getPackage: readPackage,
    getPackageForModule(file) {
      for (let up = path.dirname(file); up !== path.dirname(up); up = path.dirname(up)) {
        const packageJson = readPackage(path.join(up, 'package.json'))
        if (packageJson) {
          return { rootPath: up, packageJson, packageRelativePath: path.relative(up, file) }
        }
      }
      return null
    },
    isESMImport: true,
    mainFields: ['react-native', 'browser', 'main'],
    nodeModulesPaths: [],
    originModulePath: path.join(folder, 'index.js'),
    preferNativePlatform: true,
    redirectModulePath: (file) => file,
    resolveAsset: () => undefined,
    resolveHasteModule: () => undefined,
    resolveHastePackage: () => undefined,
    resolveRequest: undefined,
    sourceExts: ['ts', 'tsx', 'js', 'jsx', 'json'],
    unstable_conditionNames: ['require', 'react-native'],
    unstable_conditionsByPlatform: { web: ['browser'] },
    unstable_enablePackageExports: isExportsEnabled,
    unstable_incrementalResolution: false,
    unstable_logWarning: () => undefined,
  }
  const resolution = resolve(context, moduleName, 'ios')
  if (resolution.type !== 'sourceFile') throw new Error(`${moduleName} is no source file`)
  return resolution.filePath
}

/** Lists the module names that the client's `exports` offer. */
export function clientEntries(folder: string): string[] {
  const manifest = createRequire(path.join(folder, 'index.js'))('@secure-uploading/client/package.json') as {
    exports: Record<string, unknown>
  }
  return Object.keys(manifest.exports)
    .filter((entry) => entry !== './package.json')
    .map((entry) => path.posix.join('@secure-uploading/client', entry))
}
