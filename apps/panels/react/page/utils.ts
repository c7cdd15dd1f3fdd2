import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names, and lets later Tailwind classes replace earlier ones. Every shadcn project has it. */
export function cn(...inputs: ClassValue[]): string {
  return twMerge(clsx(inputs))
}
