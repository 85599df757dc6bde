// The service worker that keeps the page itself: without it, reloading needs the network.
const FILES = ["/", "/page.js", "/worker.js"]
const opening = caches.open("notebook")

/** What the network gives is kept; where it gives nothing, what was kept last. */
async function answer(request) {
  const cache = await opening
  try {
    const response = await fetch(request)
    if (response.ok) await cache.put(request, response.clone())
    return response
  } catch {
    return cache.match(request, { ignoreVary: true })
  }
}

addEventListener("install", (event) => event.waitUntil(opening.then((cache) => cache.addAll(FILES))))
addEventListener("activate", (event) => event.waitUntil(clients.claim()))
addEventListener("fetch", (event) => {
  if (FILES.includes(new URL(event.request.url).pathname)) event.respondWith(answer(event.request))
})
