import { Component, type ReactNode } from "react"

/** Keeps a part of the page that cannot be drawn from taking the rest with it. */
export class Fence extends Component<{ instead: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children
  }
}
