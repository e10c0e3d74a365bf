// A reference server on loopback with a directory of identities of its own, in memory.
// node serve.mjs FOLDER PORT [limits]: says its port in a line of JSON once it listens.
import http from "node:http";
import { PDS, envToCfg, envToSecrets } from "@atproto/pds";
import plc from "@did-plc/server";

const [folder, port, limits] = process.argv.slice(2);
const directory = await plc.PlcServer.create({ db: plc.Database.mock(), port: 0 }).start();
const settings = {
  hostname: "localhost",
  port: Number(port),
  dataDirectory: folder,
  blobstoreDiskLocation: `${folder}/blobs`,
  didPlcUrl: `http://127.0.0.1:${directory.address().port}`,
  serviceHandleDomains: [".test"],
  inviteRequired: false,
  devMode: true,
  disableSsrfProtection: true,
  rateLimitsEnabled: limits === "limits",
  crawlers: [],
  jwtSecret: "a test's own secret, of loopback",
  adminPassword: "a test's own",
  plcRotationKeyK256PrivateKeyHex: "11".repeat(32),
};
const pds = await PDS.create(envToCfg(settings), envToSecrets(settings));
await pds.ctx.sequencer.start();
const server = http.createServer(pds.app).listen(Number(port), "127.0.0.1", () => {
  console.log(JSON.stringify({ port: server.address().port }));
});
