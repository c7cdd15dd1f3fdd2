'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import styles from './masthead.module.css'

/** A link in the masthead, marked when it leads to the page that is shown. */
export function PageLink({ href, children }: { href: string; children: ReactNode }) {
  const isCurrent = usePathname() === href
  return (
    <Link className={styles['page']} href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  )
}
