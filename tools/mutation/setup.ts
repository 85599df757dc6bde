import * as fc from "fast-check"

// The same histories every time: what survives today must not be killed by luck tomorrow.
fc.configureGlobal({ seed: 1 })
