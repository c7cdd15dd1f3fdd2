export type ModuleStyle = 'import' | 'require'

/** Creates a file that exports one value, which is created with names of a package, as an ES module or as CommonJS. */
export function importOrRequire(
  style: ModuleStyle,
  packageName: string,
  imports: readonly string[],
  exported: string,
  expression: string,
): string {
  const names = `{ ${imports.join(', ')} }`
  return style === 'import'
    ? `import ${names} from '${packageName}'\n\nexport const ${exported} = ${expression}\n`
    : `const ${names} = require('${packageName}')\n\nexports.${exported} = ${expression}\n`
}
