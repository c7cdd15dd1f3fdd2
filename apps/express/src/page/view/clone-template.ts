/** Creates an element from the `<template>` with this id. */
export function cloneTemplate(id: string): HTMLElement {
  const template = document.getElementById(id)
  const element = template instanceof HTMLTemplateElement ? template.content.firstElementChild : null
  if (!(element instanceof HTMLElement)) throw new Error(`Missing template "${id}" in index.html`)
  return document.importNode(element, true)
}
