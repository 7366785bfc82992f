/**
 * How a credential of another system is named: in data maps, in the keystore and as a file.
 * Flow:    read by systems, connectors, scripts.
 * Promise: a name is never a path.
 * Source:  decision 0141.
 */
export const credentialName = /^[a-z0-9]+(-[a-z0-9]+)*$/;
