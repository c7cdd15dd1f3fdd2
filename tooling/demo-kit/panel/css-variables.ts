import { noChange } from 'lit-html'
import { directive, Directive, type ElementPart } from 'lit-html/directive.js'

/** Sets CSS variables of an element by script: a Content-Security-Policy may forbid the attribute `style`. */
export const cssVariables = directive(
  class extends Directive {
    override update({ element }: ElementPart, [variables]: [Record<string, string | number>]): unknown {
      if (element instanceof HTMLElement) {
        for (const [name, value] of Object.entries(variables)) element.style.setProperty(name, String(value))
      }
      return noChange
    }

    render(_variables: Record<string, string | number>): unknown {
      return noChange
    }
  },
)
