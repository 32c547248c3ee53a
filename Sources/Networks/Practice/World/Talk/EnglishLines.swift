extension Phrasebook {
  static let englishLines: [Line: [String]] = [
    .detail: [
      "Of course: it is order {order}, from {day}, and it is the {model}.",
      "It is the {model}, bought last spring. I can send a picture if that helps.",
      "Since {day}, mostly in the morning. The number is {order}.",
      "I am usually home after five. {day} would be best.",
      "Both, actually! But the front one more.",
    ],
    .solved: [
      "Solved, thank you! I did not expect that to be so easy.",
      "That was it. It works. You may have a good evening, you earned it.",
      "Done, all fine now. Thank you for not giving up on me.",
      "Sorted! Thank you. I will bring biscuits.",
      "It is solved, thank you. And sorry for the tone earlier.",
    ],
    .thanks: [
      "Thank you, that helps a lot.",
      "Oh, that is kind. Thank you!",
      "Thanks for answering like a person.",
      "Good to know, thank you. I will try it tonight.",
    ],
    .waiting: [
      "All right, I will wait until then. Thank you for saying when.",
      "Good. I will hold you to it, in a friendly way.",
      "Fine by me. I have put it in my calendar with a small bicycle next to it.",
    ],
    .promised: [
      "You said you would get back to me. Did I miss it?",
      "Hello again. Any news on what you promised?",
      "I am still here, and so is the problem. You wanted to look into it?",
    ],
    .still: [
      "Thanks, but that is not quite what I asked. What do I do now, concretely?",
      "I see. And what about {order}?",
      "Hm. I read that on your page already. Is there a way to talk to whoever knows?",
      "OK, tried that. No change. What next?",
    ],
    .softened: [
      "All right. Thank you for saying sorry, not many do. How do we fix it?",
      "Apology accepted. I was loud because I was worried.",
      "Thank you. That is all I wanted to hear, nearly. When will it be put right?",
    ],
    .angry: [
      "That is no answer.",
      "So it is my fault now? I paid for a bicycle, not for a lesson.",
      "Unbelievable. I have been patient for {n} days and this is what comes back?",
      "You have read what I wrote, have you?",
      "I am told “we value your feedback”. You may have this feedback for nothing.",
    ],
    .leaving: [
      "Forget it. I will take it to the place by the station.",
      "I have had enough. Please just send the money back.",
      "Right. I used to tell people about you. I will stop.",
    ],
    .repeated: [
      "You wrote exactly that before. Word for word. Is anybody there?",
      "I have seen this sentence, under three other posts. Copy and paste does not fix brakes.",
      "That is the same text as last time. I would rather have a short answer from a human.",
    ],
    .hurt: [
      "Wow. I asked politely.",
      "That was rude, and there was no need for it.",
      "I will keep that answer, so that people can see how you talk to them.",
    ],
    .finally: [
      "Finally, a sign of life.", "There you are. I had stopped looking.",
      "That took a while.",
    ],
    .nudge: [
      "{shop} anybody there?",
      "{shop} I know you are busy, but could somebody look at this, please?",
      "{shop} I wrote earlier and heard nothing. Did it get lost?",
      "{shop} hello? Is this thing on?",
    ],
    .noticed: [
      "Oh! I did not think you would read this. Thank you for answering.",
      "Ha, caught talking about you. But since you are here: yes, please, tell me more.",
      "Did not mean to bother you, but that is good to know, thanks!",
    ],
    .aside: [
      "I had that too. Tighten the little screw under the lever, a quarter turn. Worked for me.",
      "Ask for Ines in the workshop, she knows everything.",
      "Same here, since {day}. You are not alone.",
      "Mine took {n} days, and then it was all right. Hang on.",
      "They are good people, just slow. Bring it in early.",
      "Have you tried turning the whole bicycle off and on again?",
    ],
    .gasp: [
      "Did they really just say that?",
      "Not a good look, {shop}.",
      "I was about to buy there. Hm.",
    ],
    .corrects: [
      "Sorry, that is not true.", "That's wrong.", "What you said is not true.",
    ],
    .mended: [
      "Thank you for putting that right. Not everybody does.",
      "That is how it should be. Thank you for saying so openly.",
      "Now it is right, thank you. I will come by again.",
    ],
    .chat: [
      "Ha! Same.", "This made my day.", "Tell me more, I have a kettle on.",
      "I disagree, but with love.", "You always say that, and then it rains.",
      "Save me some?", "I did not know that. Is there a picture?",
      "My sister swears by the opposite.", "Counterpoint: no.",
      "That is the most you thing I have ever read.",
    ],
    .added: ["(Edit: it is solved now.)", "(Edit: they answered, all good.)"],
  ]
}
