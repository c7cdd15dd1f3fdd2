/** Lets an option be given several times. */
export const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]
