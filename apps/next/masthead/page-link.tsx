'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import styles from './masthead.module.css'

/** Renders a link in the masthead, marked when it leads to the current page. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const isCurrent = usePathname() === href
  return (
    <Link className={styles['page']} href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  )
}
