/** Returns an output without the values that differ from run to run, and JSON without its layout. */
export function shapeOf(output: string): string {
  const text = output.trim()
  return (text.startsWith('{') ? JSON.stringify(JSON.parse(text)) : text)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/\b[0-9a-f]{64}\b|(?<=signature=)[0-9a-f]+…/g, '<signature>')
    .replaceAll(/\b\d{10}\b/g, '<seconds>')
    .replaceAll(/\b\d+ days\b/g, '<days>')
    .replaceAll(/https?:\/\/[\w.:-]+/g, '<origin>')
}
