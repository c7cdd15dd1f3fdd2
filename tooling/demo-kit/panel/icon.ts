import { html, type TemplateResult } from 'lit-html'
import { ICON_PATHS, type IconName } from './icon-paths'

/** Draws an icon, which screen readers skip. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${ICON_PATHS[name]} /></svg>`
