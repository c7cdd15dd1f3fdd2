/** The pages of the site, in the order in which a visitor looks for them. */
export const SIDEBAR = [
  {
    text: 'Start',
    items: [
      { text: 'What it is', link: '/introduction' },
      { text: 'Playground', link: '/playground', target: '_self' },
    ],
  },
]
