/**
 * Time this thread has spent computing, in ns with a resolution of 1 µs. Not the time on the wall: on a busy machine a
 * slice that was interrupted would count what others did. All that is timed here computes without pause.
 */
export function computedNs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) * 1000
}
