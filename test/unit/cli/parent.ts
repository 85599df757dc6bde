import { spawn } from "node:child_process"
import { endWithUs } from "../../../src/cli/hosts/end-with-us.ts"

// A program that starts a lasting child, says its id, and ends without stopping it.
const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" })
endWithUs(child)
process.stdout.write(`${child.pid}\n`, () => process.exit(0))
