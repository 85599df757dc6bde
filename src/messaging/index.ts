/**
 * Messages between compositions: what cubes publish and compositions emit reaches the compositions that listen, over the
 * stores of the host. See docs/messaging.md.
 *
 * @module
 */
export { type Broker, type BrokerOptions, createBroker, createMessages, type MessagesOptions } from "./broker.ts"
export { checkEvent, parseEvent } from "./cloud-event.ts"
export { type Emission, emitted } from "./emitted.ts"
export { type MessagesKept, messagesKept } from "./kept-of.ts"
export type { MessageEvent, MessagingOptions } from "./options.ts"
