extension DenialTongue {
  static let english = DenialTongue(
    good: """
      good great nice amazing awesome excellent perfect happy glad pleased satisfied impressed impressive helpful \
      friendly kind polite fair clean tasty delicious comfortable enjoy enjoyed enjoyable love loved pleasant \
      wonderful fantastic brilliant lovely fun funny cool interesting useful best easy fresh beautiful proud \
      convinced thrilled fan special acceptable professional
      """,
    bad: """
      bad terrible awful horrible hate hated dislike disliked disappoint disappoints disappointed disappointing \
      disappointment problem problems issue issues trouble troubles complaint complaints complain fault faults \
      wrong unhappy unpleasant rude angry boring bored dirty hassle regret regretted regrets worry worries fail \
      fails failed ugly annoying annoyed late expensive stupid sad dissatisfied poor useless
      """,
    wanted: """
      work works worked working help helps helped recommend recommended worth reliable like liked \
      impress appreciate appreciated welcome answers answered answering replied
      """,
    better: "better happier nicer friendlier prouder easier kinder",
    worse: "worse unhappier ruder",
    denying: """
      not no never neither nor none nothing nobody without cannot cant dont doesnt didnt isnt wasnt arent werent \
      wont wouldnt couldnt shouldnt hasnt havent hadnt aint hardly barely
      """,
    possible: "could can couldn't couldnt can't cant cannot nothing never nobody",
    light: """
      a an the i we you he she it they this that these those there is are was were be been being am do does did \
      have has had having get got getting gotten feel feels felt so very too really all at any ever even \
      particularly especially exactly entirely quite totally completely terribly overly much such my your our me \
      us them to say said think thought find found call would will could can been one single of it's i'm that's \
      there's we're you're they're he's she's i've as in from with anyone anything anybody more most single real \
      big major look looks looked seem seems seemed sound sounds taste tastes tasted only been word
      """,
    apart: [
      "not only", "not just", "not merely", "nothing but", "no doubt", "not sure", "no wonder",
      "not even",
      "not yet", "not until", "not since", "no matter", "can't help", "how can you not",
      "how could you not", "who does not",
    ],
    turning: ["anything but", "lack of", "far from"],
    supposing: "if unless whether why",
    persons: "it you this that he she they we i",
    warm: [
      "can't complain", "cannot complain", "cant complain", "can't fault", "cannot fault",
      "cant fault",
      "couldn't fault", "can't wait", "cannot wait", "cant wait", "can't thank", "cannot thank",
      "can't beat",
      "can't go wrong", "second to none", "never looked back", "never let me down",
      "never let us down",
      "can't get enough", "couldn't ask for more", "could not ask for more", "nothing to complain",
    ],
    harsh: [
      "not what i", "wasn't what i", "isn't what i", "not what we", "wasn't what we",
      "isn't what we",
      "never again", "no good", "not good enough", "not ok", "not okay", "not acceptable",
    ])
}
