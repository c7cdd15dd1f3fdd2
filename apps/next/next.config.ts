import path from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // Turbopack needs the workspace root to follow pnpm's links.
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
  // A test builds into another folder, with secrets in the environment.
  distDir: process.env['NEXT_DIST_FOLDER'] ?? '.next',
  poweredByHeader: false,
  headers: () => [
    {
      source: '/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
        },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
      ],
    },
  ],
}

export default config
