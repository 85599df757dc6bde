/**
 * Every other IANA time zone, for whoever imports `cubular/saju/zones` once. The tables are read when the first of these
 * zones is asked for; importing only says where they are.
 */
import { builtInZone, registerZones, type Zone } from "./zone.ts"
import { tableZone } from "./zone-table.ts"

export { tzdataVersion } from "./tables/zones.ts"
export { listZones } from "./zone-table.ts"

registerZones(zoneNamed)

function zoneNamed(name: string): Zone | undefined {
  const zone = tableZone(name)
  // Links to Seoul and Pyongyang give the very zones that are built in.
  return zone && (builtInZone(zone.name) ?? zone)
}
