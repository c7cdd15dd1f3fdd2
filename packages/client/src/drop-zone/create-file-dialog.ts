/** Creates the function that opens the file dialog of an input, and creates an input when the page has none. */
export function createFileDialog(
  inputAttributes: () => Record<string, string | number>,
  onChange: (input: HTMLInputElement) => void,
): { setInput: (input: HTMLInputElement | null) => void; open: () => void } {
  let rendered: HTMLInputElement | null = null
  // Safari collects an input that has no reference, and its change event never arrives.
  let created: HTMLInputElement | undefined

  function createInput(): HTMLInputElement {
    const input = document.createElement('input')
    setAttributes(input, inputAttributes())
    input.addEventListener('change', () => onChange(input))
    return input
  }

  return {
    setInput: (input) => {
      rendered = input
    },
    open: () => {
      created = rendered ? undefined : createInput()
      const input = rendered ?? created
      input?.click()
    },
  }
}

export function setAttributes(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
