extension ReadingWords {
  static let english = ReadingWords(
    title: "How this is read",
    readBy: { who in "Read so by \(who). Your correction is kept, and learnt from." },
    aMember: "one of you",
    theDesk: "the desk",
    theySaidSo: "they said so",
    theirWordStands:
      "Whoever wrote this said themselves what it is, on their side of the desk. Their word stands.",
    putAside: "Put it aside as spam",
    what: "What it is",
    unsure: "not sure",
    keep: "Keep this reading",
    undo: "Take the correction back",
    undoHint:
      "What one of you had said of it before stands again, else the desk reads it by itself. What it learnt from this correction is forgotten.",
    undone: "Taken back. What was learnt from it is forgotten.",
    switched: "Saved. It counts for what is heard from now on.",
    verySure: "very sure",
    fairlySure: "fairly sure",
    hardlySure: "hardly sure",
    toldBy: { words in "told by \(words.map { "“\($0)”" }.joined(separator: ", "))" },
    alsoIn: { languages in "also in \(languages.joined(separator: ", "))" },
    slightly: "slightly",
    strongly: "strongly",
    how: "How we read",
    howIntroduction:
      "A program reads every post on this machine, asks no service, and is wrong now and then. What a member says outranks it. Nothing is read about a person, only about a post.",
    language: "Language",
    tone: "Tone",
    kind: "Kind",
    languageDoes: { languages in
      "Tells \(languages) languages by their letters and words. Handles, links, tags and emoji are left out."
    },
    languageDoesNot:
      "One or two words are often too few; then it says nothing. Close relatives (Bosnian and Croatian, Indonesian and Malay) are mixed up. Of a post in several languages, the one with most words counts.",
    toneDoes: { languages in
      "Negative, neutral or positive, and how strongly, learnt from labelled posts in \(languages.joined(separator: ", "))."
    },
    toneDoesNot:
      "Irony without a sign, and moods that take knowing the matter. It is wrong in about one post of three, more often outside English. In other languages a few telling words have to do, else the tone stays unknown.",
    kindDoes: { languages in
      "Question, complaint, praise, wish, correction of you, thanks, spam. Learnt from posts that were labelled by hand, in \(languages.joined(separator: ", "))."
    },
    kindDoesNot:
      "What is meant between the lines. Rare kinds (wishes, corrections, praise) are missed often. In other languages marks and a few telling words have to do. Spam is put aside, never deleted.",
    nothingLearntFrom: "Only telling words are known.",
    quality: { right, unknown, posts in
      "Of \(posts) posts that members told of, it had read \(right) right and left \(unknown) open."
    },
    noQuality: "Fewer than five posts were told of so far: too few to say how good it is here.",
    learning: "What it learns",
    learningText:
      "A correction counts at once, for this desk alone. It is taken back on the same page, and leaves no trace then. What was learnt from a post goes with its words.",
    switches: "Switches",
    isOn: "is on",
    isOff: "is off",
    switchesHint: "What is switched off stays unknown for what is heard from then on.",
    saveSwitches: "Save")
}
