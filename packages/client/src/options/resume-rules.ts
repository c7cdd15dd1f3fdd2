import { isFunction, type OptionRule } from './assert-options.js'
import { isFilledText } from './is-filled-text.js'

type Methods = Record<string, unknown>

/** The rules of options that say where unfinished uploads are stored, and whose they are. */
export const RESUME_RULES: readonly OptionRule[] = [
  ['owner', isFilledText, 'the id of the user, as a string that is not empty'],
  [
    'resumeStore',
    (value) => ['get', 'set', 'delete'].every((name) => isFunction((Object(value) as Methods)[name])),
    'a store with the functions get, set and delete',
  ],
]
