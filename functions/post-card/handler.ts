import { type PostingPorts, postCards } from '../../shared/application/sinks/post-cards.ts';
import { sinkHandler } from '../../shared/application/sinks/sink-handler.ts';
import { isTeams } from '../../shared/domain/sink/sink.ts';

/** Posts cards in Teams to reps of sinks.yaml whom a message has reached by a channel. */
export const postCard = (ports: PostingPorts) => sinkHandler(isTeams, postCards(ports), ports);
