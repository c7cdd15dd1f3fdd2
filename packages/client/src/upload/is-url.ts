/** Tells an address to fetch a file from apart from the uuid of a file. */
export const isUrl = (data: string): boolean => /^(\w+:)?\/\//.test(data)
