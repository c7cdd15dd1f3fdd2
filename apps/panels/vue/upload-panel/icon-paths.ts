/** The path of each icon, in a view box of 24 by 24. */
export const ICON_PATHS = {
  upload: 'M12 16V4 M7 9l5-5 5 5 M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  file: 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z M14 3v5h5',
  done: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0 M8 12.5l3 3 5-6',
  failed: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0 M9 9l6 6 M15 9l-6 6',
  pause: 'M8 5v14 M16 5v14',
  resume: 'M7 4l12 8-12 8z',
  retry: 'M20 12a8 8 0 1 1-2.5-5.8L20 8.5 M20 3v5.5h-5.5',
  remove: 'M6 6l12 12 M18 6L6 18',
} as const
