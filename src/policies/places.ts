/** A place somebody works at. */
export interface Place {
  readonly since: number
}

/** Somebody who waits, until nobody wants the answer any more. */
export interface Guest {
  readonly over: boolean
}

/** A place in the queue. */
export interface Seat {
  readonly guest: Guest
  /** Resolves when a place is given. */
  readonly given: Promise<void>
  readonly call: () => void
  /** The place it was given. */
  place: Place | undefined
}

/** So many places, and a queue in front of them. It is told the time, ms that never go back. */
export class Places {
  private readonly count: number
  private readonly stayMs: number
  private readonly at = new Set<Place>()
  private readonly seats: Seat[] = []

  /** @param stayMs - Who stays longer is taken for lost, and his place given away when it is needed. */
  constructor(count: number, stayMs: number) {
    this.count = count
    this.stayMs = stayMs
  }

  get taken(): number {
    return this.at.size
  }

  /** Who was called off waits no more, even before he has heard of it and risen. */
  get waiting(): number {
    let waiting = 0
    for (const { guest } of this.seats) if (!guest.over) waiting++
    return waiting
  }

  /** Those who wait go first. */
  take(now: number): Place | undefined {
    if (this.seats.length > 0) this.serve(now)
    return this.free(now)
  }

  leave(place: Place, now: number): void {
    if (this.at.delete(place)) this.serve(now)
  }

  queue(guest: Guest): Seat {
    let call = (): void => undefined
    const given = new Promise<void>((resolve) => {
      call = resolve
    })
    const seat: Seat = { guest, given, call, place: undefined }
    this.seats.push(seat)
    return seat
  }

  /** Leaves the queue without a place; one given meanwhile goes to the next. */
  rise(seat: Seat, now: number): void {
    const at = this.seats.indexOf(seat)
    if (at >= 0) this.seats.splice(at, 1)
    if (seat.place) this.leave(seat.place, now)
  }

  clear(now: number): void {
    this.at.clear()
    this.serve(now)
  }

  /** Gives free places to those who wait, and none to those who were called off. */
  serve(now: number): void {
    for (let seat = this.first(); seat; seat = this.first()) {
      const place = this.free(now)
      if (!place) return
      this.seats.shift()
      seat.place = place
      seat.call()
    }
  }

  private first(): Seat | undefined {
    while (this.seats[0]?.guest.over) this.seats.shift()
    return this.seats[0]
  }

  private free(now: number): Place | undefined {
    if (this.at.size >= this.count)
      for (const place of this.at) if (place.since + this.stayMs <= now) this.at.delete(place)
    if (this.at.size >= this.count) return undefined
    const place: Place = { since: now }
    this.at.add(place)
    return place
  }
}
