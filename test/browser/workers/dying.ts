// A worker whose script fails before it serves anything.
throw new Error("planted failure at start")
