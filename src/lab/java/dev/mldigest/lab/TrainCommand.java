package dev.mldigest.lab;

import dev.mldigest.extract.body.BlocksTraining;
import dev.mldigest.select.filter.FiltersTraining;
import dev.mldigest.select.filter.SubjectTraining;
import dev.mldigest.select.rank.PriorTraining;
import dev.mldigest.select.story.mention.MentionsTraining;
import dev.mldigest.summarise.offline.CommandsTraining;
import dev.mldigest.summarise.offline.RankerTraining;
import dev.mldigest.summarise.offline.TellingTraining;
import dev.mldigest.summarise.opening.CommonPhrasesTraining;
import picocli.CommandLine.Command;

/** Learns a file of weights again, from the corpora where it was not learned from our own. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Learn a file of weights again.",
    subcommands = {
      BlocksTraining.class,
      CommandsTraining.class,
      CommonPhrasesTraining.class,
      FiltersTraining.class,
      SubjectTraining.class,
      MentionsTraining.class,
      PriorTraining.class,
      RankerTraining.class,
      TellingTraining.class
    })
final class TrainCommand {}
