// Everything here is comfort: each page works without it. No library, no inline code, no state that is not on the page.
import { startComposer } from "./composer.js";
import { startDrafts } from "./drafts.js";
import { startFragments } from "./fragments.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startPush } from "./push.js";
import { startPresence } from "./presence.js";
import { startThink } from "./think.js";
import { startTopics } from "./topics.js";
import { startZone } from "./zone.js";

startFragments();
startComposer();
startDrafts();
startThink();
startTopics();
startZone();
startKeys();
startPresence();
startPush();
startLive();
