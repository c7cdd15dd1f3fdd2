import { spawnSync, type ChildProcess } from 'node:child_process'

/**
 * Ends a process and those that it started: its process group or, on Windows, its process tree, where a signal that a program
 * can handle does not exist.
 */
export function endProcesses({ pid }: Pick<ChildProcess, 'pid'>, signal: 'SIGINT' | 'SIGKILL'): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, signal)
  } catch {
    // All its processes have ended.
  }
}
