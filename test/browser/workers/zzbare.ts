import { expose } from "comlink"
expose({ ping: (x: unknown) => x })
