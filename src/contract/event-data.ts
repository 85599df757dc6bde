/**
 * Reads server-sent events (HTML, 9.2.6) from text however it was cut, and gives the data of each. Names, ids and comments
 * are left out. An event the end cuts off is given all the same: services forget the last blank line.
 */
export class EventData {
  private rest = ""
  private lines: string[] = []

  /**
   * @param last - Nothing comes behind it.
   * @returns the data of the events that are complete with it.
   */
  take(text: string, last: boolean): readonly string[] {
    const found: string[] = []
    const give = (): void => {
      if (this.lines.length > 0) found.push(this.lines.join("\n"))
      this.lines = []
    }
    this.rest += text
    for (let line = this.line(last); line !== undefined; line = this.line(last)) {
      if (line === "") give()
      else if (line.startsWith("data:")) this.lines.push(line.slice(line[5] === " " ? 6 : 5))
      else if (line === "data") this.lines.push("")
    }
    if (last) give()
    return found
  }

  /** The next whole line, without its end: CR, LF or both; a CR at the very end may be half of both. */
  private line(last: boolean): string | undefined {
    const { rest } = this
    const at = rest.search(/[\r\n]/)
    if (at < 0 && last && rest !== "") {
      this.rest = ""
      return rest
    }
    if (at < 0 || (rest[at] === "\r" && at === rest.length - 1 && !last)) return undefined
    this.rest = rest.slice(at + (rest[at] === "\r" && rest[at + 1] === "\n" ? 2 : 1))
    return rest.slice(0, at)
  }
}
