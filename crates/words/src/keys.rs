//! The key of every word the app shows.

use course::named;

named! {
    /// A word of the interface, by its key in `words.json`.
    pub enum Word {
        /// Home
        Home = "home",
        /// Modules
        Modules = "modules",
        /// Goals
        Goals = "goals",
        /// My plan
        Plan = "plan",
        /// Help now
        Help = "help",
        /// Settle for a moment
        Pause = "pause",
        /// A pause
        PausePlace = "pause-place",
        /// Settings
        Settings = "settings",
        /// What is kept here
        Data = "data",
        /// Check this site
        Check = "check",
        /// Leave this page
        Leave = "leave",
        /// Skip to the page
        SkipToPage = "skip-to-page",
        /// Places on this site
        MainPlaces = "main-places",
        /// {page} · {name}
        TitleOfPage = "title-of-page",
        /// about {n} minutes
        Minutes = "minutes",
        /// Opening the modules …
        Starting = "starting",
        /// This page could not open all of its parts. Please check the connection and load the page again. The numbers on this page work all the same.
        StartFailed = "start-failed",
        /// The modules need JavaScript, which is switched off in this browser. The numbers on this page work all the same.
        NoScript = "no-script",
        /// The modules could not be fetched. Please check the connection and load the page again. Nothing you have written is lost.
        CourseMissing = "course-missing",
        /// Load the page again
        LoadAgain = "load-again",
        /// What you write stays in this browser, on this device. There is no account, and none of it is sent anywhere.
        PrivacyPromise = "privacy-promise",
        /// See what is kept here
        PrivacyMore = "privacy-more",
        /// Carry on where you were
        CarryOn = "carry-on",
        /// Where would you like to start?
        WhereToStart = "where-to-start",
        /// The order is only a suggestion. Skip, leave and come back as you like.
        OrderIsYours = "order-is-yours",
        /// Begin
        ModuleBegin = "module-begin",
        /// Read for this site by: {by}
        Reviewed = "reviewed",
        /// Nobody has told us yet that this module was read by people with lived experience and professionals.
        ReviewedNot = "reviewed-not",
        /// Carry on at “{step}”
        ModuleCarryOn = "module-carry-on",
        /// What is in it
        ModuleSteps = "module-steps",
        /// Good to know
        ModuleNote = "module-note",
        /// On to: {step}
        StepNext = "step-next",
        /// Back to: {step}
        StepBack = "step-back",
        /// You can skip anything here and come back another day, or never.
        StepSkip = "step-skip",
        /// Steps of this module
        StepsOfModule = "steps-of-module",
        /// This is the last step of this module.
        ModuleEnd = "module-end",
        /// All modules
        AllModules = "all-modules",
        /// Only in this browser. Leave it empty if you like.
        OnlyHere = "only-here",
        /// Kept in this browser, {time}
        KeptAt = "kept-at",
        /// Kept in this browser
        Kept = "kept",
        /// Kept until you close this page
        KeptInPage = "kept-in-page",
        /// There is no more room in this browser. Your words are still on the screen, but they are not kept. Save them as a file before you close the page.
        NotKeptFull = "not-kept-full",
        /// This browser stopped the page from keeping this. Your words are still on the screen. Save them as a file before you close the page.
        NotKeptBlocked = "not-kept-blocked",
        /// Save these words as a file
        SaveWords = "save-words",
        /// This browser does not let this page keep anything. You can read and write, but your words are gone when you close the page. To keep them, allow this site to store data, or save them as a file.
        Blocked = "blocked",
        /// This site now keeps what is written here apart from other sites at the same address. There are words from before in this browser. They may be yours, or somebody else’s who uses another site here.
        SpaceAsks = "space-asks",
        /// They are mine: copy them here
        SpaceMine = "space-mine",
        /// Leave them where they are
        SpaceNot = "space-not",
        /// There is not enough room to copy them. Nothing was copied, and nothing is lost.
        SpaceFull = "space-full",
        /// {n} things were set aside here, not erased.
        SetAside = "set-aside",
        /// Look at what was set aside
        SetAsideMore = "set-aside-more",
        /// A newer version of this site wrote what is kept here. It is left as it is. Load the page again to get the newer version, then you can go on writing.
        NewerHere = "newer-here",
        /// Another tab or window took this away. It comes back if you write here.
        TakenElsewhere = "taken-elsewhere",
        /// Two tabs or windows wrote here at the same time, and both are kept. This is the other one:
        BesideAbout = "beside-about",
        /// Use this one
        BesideUse = "beside-use",
        /// Leave it out
        BesideLeave = "beside-leave",
        /// Taken away.
        TakenAway = "taken-away",
        /// Undo
        Undo = "undo",
        /// Keep it here again
        KeepAgain = "keep-again",
        /// Some of what is kept here is behind an earlier lock, with its own passphrase.
        MoreClosed = "more-closed",
        /// Open the earlier lock
        MoreClosedOpen = "more-closed-open",
        /// When you wrote this, the question was:
        QuestionWas = "question-was",
        /// Your words from “{module}”:
        EarlierWords = "earlier-words",
        /// What you write here also stands in your plan, under “{section}”.
        InPlan = "in-plan",
        /// What you write here also stands in your plan, under “{section}”, and on your crisis card.
        InPlanAndCard = "in-plan-and-card",
        /// Something for your list
        ListAdd = "list-add",
        /// In your list, {n}
        ListItem = "list-item",
        /// Take away: {words}
        TakeAway = "take-away",
        /// Something of your own
        ChoiceAdd = "choice-add",
        /// Today, {day}
        ScaleToday = "scale-today",
        /// A few words with it, if you like
        ScaleWords = "scale-words",
        /// What you chose over time
        ScaleEarlier = "scale-earlier",
        /// Day
        ScaleDay = "scale-day",
        /// Number
        ScaleNumber = "scale-number",
        /// Words
        ScaleNote = "scale-note",
        /// Make this a goal
        GoalStart = "goal-start",
        /// A goal that grew from this:
        GoalsFromHere = "goals-from-here",
        /// Begin
        PauseBegin = "pause-begin",
        /// Stop
        PauseStop = "pause-stop",
        /// Nothing is kept here.
        PauseNothingKept = "pause-nothing-kept",
        /// Breathe in, as slowly as you like.
        PauseIn = "pause-in",
        /// Let it go again, a little longer.
        PauseOut = "pause-out",
        /// Follow the circle, or your own pace. Stop whenever you like.
        PauseOwnPace = "pause-own-pace",
        /// Slow breathing
        PauseBreathing = "pause-breathing",
        /// Noticing what is around
        PauseNoticing = "pause-noticing",
        /// A moment for yourself. There is nothing to get right, and no time to keep.
        PauseAbout = "pause-about",
        /// Look for five things you can see.
        NoticeSee = "notice-see",
        /// Find four things you can touch, or that touch you: a sleeve, the floor, the air.
        NoticeTouch = "notice-touch",
        /// Listen for three sounds, near or far.
        NoticeHear = "notice-hear",
        /// Notice two things you can smell, or two smells you like.
        NoticeSmell = "notice-smell",
        /// Notice one thing you can taste, or take a sip of something.
        NoticeTaste = "notice-taste",
        /// A goal here is something you would like. It can be small, it can change, it can rest. Nothing is counted.
        GoalsAbout = "goals-about",
        /// There is no goal here yet. One can wait until you feel like it.
        GoalsNone = "goals-none",
        /// What would you like?
        GoalNew = "goal-new",
        /// Start a goal
        GoalNewStart = "goal-new-start",
        /// A goal without words yet
        GoalEmpty = "goal-empty",
        /// What I would like
        GoalWords = "goal-words",
        /// Why it matters to me
        GoalWhy = "goal-why",
        /// Who could stand beside me
        GoalBeside = "goal-beside",
        /// What could get in the way
        GoalInTheWay = "goal-in-the-way",
        /// Started {day}
        GoalStarted = "goal-started",
        /// Small steps
        SmallSteps = "small-steps",
        /// Something so small that you could do it on an ordinary tired day.
        SmallStepsAbout = "small-steps-about",
        /// A small step
        SmallStepAdd = "small-step-add",
        /// Small step {n}
        SmallStepWords = "small-step-words",
        /// Done
        SmallStepDone = "small-step-done",
        /// Done {day}
        DoneOn = "done-on",
        /// Follow-ups
        FollowUps = "follow-ups",
        /// A talk with yourself, whenever you like: what helped, what got in the way, what next.
        FollowUpsAbout = "follow-ups-about",
        /// Have a follow-up today
        FollowUpBegin = "follow-up-begin",
        /// Follow-up of {day}
        FollowUpOn = "follow-up-on",
        /// What helped?
        FollowUpHelped = "follow-up-helped",
        /// What got in the way?
        FollowUpInTheWay = "follow-up-in-the-way",
        /// What next?
        FollowUpNext = "follow-up-next",
        /// Carry on
        NextCarryOn = "next-carry-on",
        /// Change the small step
        NextChangeStep = "next-change-step",
        /// Change the goal
        NextChangeGoal = "next-change-goal",
        /// Let it rest
        NextRest = "next-rest",
        /// Let it go
        NextLetGo = "next-let-go",
        /// I reached it
        NextReached = "next-reached",
        /// Where it stands
        State = "state",
        /// Going on
        StateGoingOn = "state-going-on",
        /// Resting
        StateResting = "state-resting",
        /// Reached
        StateReached = "state-reached",
        /// Let go
        StateLetGo = "state-let-go",
        /// Take this goal away
        GoalForget = "goal-forget",
        /// Take this goal away, with its small steps and follow-ups? Right afterwards you can undo it.
        GoalForgetSure = "goal-forget-sure",
        /// Take the follow-up of {day} away? Right afterwards you can undo it.
        FollowUpForgetSure = "follow-up-forget-sure",
        /// Yes, take it away
        YesTakeAway = "yes-take-away",
        /// No, keep it
        NoKeep = "no-keep",
        /// All goals
        AllGoals = "all-goals",
        /// This plan is made of your own words. What you write in the modules finds its place here.
        PlanAbout = "plan-about",
        /// Nothing here yet.
        PlanNothing = "plan-nothing",
        /// Written in “{module}”
        PlanFrom = "plan-from",
        /// Language
        Language = "language",
        /// A choice of language cannot be kept now, and would begin the page anew. End the session in which nothing is kept, or allow this site to store data.
        LanguageNotNow = "language-not-now",
        /// Choosing another language loads the page again. What you wrote stays as it is.
        LanguageAbout = "language-about",
        /// Colours
        Theme = "theme",
        /// As this device has it
        ThemeDevice = "theme-device",
        /// Light
        ThemeLight = "theme-light",
        /// Dark
        ThemeDark = "theme-dark",
        /// Size of the text
        Size = "size",
        /// Usual
        SizeUsual = "size-usual",
        /// Large
        SizeLarge = "size-large",
        /// Larger
        SizeLarger = "size-larger",
        /// For a projector
        SizeProjector = "size-projector",
        /// Room between lines
        Spacing = "spacing",
        /// Usual
        SpacingUsual = "spacing-usual",
        /// Wide
        SpacingWide = "spacing-wide",
        /// Movement
        Motion = "motion",
        /// As this device has it
        MotionDevice = "motion-device",
        /// Nothing moves
        MotionStill = "motion-still",
        /// Reading ruler
        Ruler = "ruler",
        /// A band that goes along with your finger, pen or mouse, to keep the line.
        RulerAbout = "ruler-about",
        /// Off
        RulerOff = "ruler-off",
        /// On
        RulerOn = "ruler-on",
        /// Reading aloud
        Speed = "speed",
        /// Steps of a module can be read aloud by a voice of this device. It reads the course, never what you wrote.
        SpeedAbout = "speed-about",
        /// This device has no voice of its own for this language, so nothing is read aloud here. Voices that would send the text over the internet are not used.
        SpeedNone = "speed-none",
        /// Usual speed
        SpeedUsual = "speed-usual",
        /// Slowly
        SpeedSlow = "speed-slow",
        /// Faster
        SpeedFast = "speed-fast",
        /// Read this step aloud
        ReadAloud = "read-aloud",
        /// Pause
        ReadPause = "read-pause",
        /// Go on reading
        ReadOn = "read-on",
        /// Stop reading
        ReadStop = "read-stop",
        /// Whatever you choose here is kept in this browser and can be changed at any time.
        SettingsAbout = "settings-about",
        /// This is how the text looks now. A waymark is a sign on a footpath: it says that you are on a path, and leaves the walking to you.
        SettingsSample = "settings-sample",
        /// In this module you can {things}.
        InModule = "in-module",
        /// write a little
        KindReflection = "kind-reflection",
        /// make a list
        KindList = "kind-list",
        /// tick what fits you
        KindChoices = "kind-choices",
        /// mark where you are today
        KindScale = "kind-scale",
        /// start a goal
        KindGoal = "kind-goal",
        /// settle for a moment
        KindPause = "kind-pause",
        /// Next: {step}
        GoalNext = "goal-next",
        /// On {day}
        OnDay = "on-day",
        /// Back to today
        BackToToday = "back-to-today",
        /// Correct: {words}
        Correct = "correct",
        /// Move up: {words}
        OrderUp = "order-up",
        /// Move down: {words}
        OrderDown = "order-down",
        /// {words}: now {n} of {of}
        OrderMoved = "order-moved",
        /// How did it go?
        PracticeNote = "practice-note",
        /// Areas
        WheelAreas = "wheel-areas",
        /// Leave out whatever you like. “–” means no number.
        WheelAbout = "wheel-about",
        /// Dotted: {first}. Filled: {last}.
        WheelDrawn = "wheel-drawn",
        /// Row {n}
        TableRow = "table-row",
        /// A new row
        TableRowNew = "table-row-new",
        /// A person, an animal or a place
        PeopleAdd = "people-add",
        /// A map of your list: you in the middle, each number a place in the list. A whole line helps, a broken one hurts, a double one does both.
        PeopleMap = "people-map",
        /// This tie
        Tie = "tie",
        /// not said
        TieOpen = "tie-open",
        /// helps
        TieHelps = "tie-helps",
        /// hurts
        TieHurts = "tie-hurts",
        /// does both
        TieBoth = "tie-both",
        /// Ties that hurt, or do both, stay here and are left out of your plan.
        PeopleInPlan = "people-in-plan",
        /// How near
        Near = "near",
        /// not said
        NearOpen = "near-open",
        /// close
        NearClose = "near-close",
        /// in between
        NearSome = "near-some",
        /// far
        NearFar = "near-far",
        /// put cards in your own order
        KindOrder = "kind-order",
        /// look at several areas at once
        KindWheel = "kind-wheel",
        /// set things side by side
        KindCompare = "kind-compare",
        /// fill in a table
        KindTable = "kind-table",
        /// map the people and places around you
        KindPeople = "kind-people",
        /// try something out
        KindPractice = "kind-practice",
        /// What happened?
        FollowUpHappened = "follow-up-happened",
        /// You wished to have a follow-up around now. It can wait, too.
        FollowUpOffered = "follow-up-offered",
        /// Offer a follow-up
        Every = "every",
        /// only when I want one
        EveryNever = "every-never",
        /// after a week
        EveryWeek = "every-week",
        /// after two weeks
        EveryTwoWeeks = "every-two-weeks",
        /// after four weeks
        EveryFourWeeks = "every-four-weeks",
        /// Was it one of these? Tick any, or none.
        BarrierAbout = "barrier-about",
        /// Money
        BarrierMoney = "barrier-money",
        /// Getting there
        BarrierGettingThere = "barrier-getting-there",
        /// Other people’s ideas
        BarrierOthersIdeas = "barrier-others-ideas",
        /// A service
        BarrierService = "barrier-service",
        /// Side-effects
        BarrierSideEffects = "barrier-side-effects",
        /// Rules
        BarrierRules = "barrier-rules",
        /// Tired or unwell
        BarrierTiredOrUnwell = "barrier-tired-or-unwell",
        /// It wasn’t mine
        BarrierNotMine = "barrier-not-mine",
        /// Something else
        BarrierSomethingElse = "barrier-something-else",
        /// This need not be about trying harder. These may help more:
        BarrierWays = "barrier-ways",
        /// Journal
        Journal = "journal",
        /// Everything you wrote here, the last first. It is only in this browser.
        JournalAbout = "journal-about",
        /// Nothing is written here yet. It can stay that way as long as you like.
        JournalNothing = "journal-nothing",
        /// Search in your own words
        JournalSearch = "journal-search",
        /// In which order
        JournalOrder = "journal-order",
        /// By day
        JournalByDay = "journal-by-day",
        /// By module
        JournalByModule = "journal-by-module",
        /// {n} entries
        JournalFound = "journal-found",
        /// Show all
        JournalMore = "journal-more",
        /// To the goal
        JournalGoal = "journal-goal",
        /// Words to read slowly
        PauseWords = "pause-words",
        /// You are here, in this moment. Nothing has to be decided now.
        PauseWordsNow = "pause-words-now",
        /// Something holds you up just now: a chair, a floor, a bed. It goes on holding you.
        PauseWordsGround = "pause-words-ground",
        /// Breath comes and goes by itself. You don’t have to help it.
        PauseWordsBreath = "pause-words-breath",
        /// What you feel may be strong. Feelings change, as weather does, at their own pace.
        PauseWordsWeather = "pause-words-weather",
        /// You can stay here as long as you like, or go.
        PauseWordsStay = "pause-words-stay",
        /// This module on paper
        OnPaper = "on-paper",
        /// Print
        Print = "print",
        /// Only what is in the frame is printed. Your browser may add the date and this page’s address. A file you save stays on this device until somebody deletes it.
        PaperAbout = "paper-about",
        /// How would you like it?
        PaperHow = "paper-how",
        /// Empty, to write on
        PaperBlank = "paper-blank",
        /// With my words
        PaperFilled = "paper-filled",
        /// Write a number in each box, in your own order.
        PaperOrder = "paper-order",
        /// Draw a circle around one number in each line, or leave a line empty.
        PaperRing = "paper-ring",
        /// Who or what
        PaperPeople = "paper-people",
        /// A certificate of your own
        Certificate = "certificate",
        /// Something to hold, or to show to somebody. Nobody counts hours or attendance here: you choose what it says. What you type is not kept and is gone when you leave this page, so print it first.
        CertificateAbout = "certificate-about",
        /// The name you want on it
        CertificateName = "certificate-name",
        /// What it is for
        CertificateFor = "certificate-for",
        /// A line of your own, if you like
        CertificateWords = "certificate-words",
        /// The day, if you want one on it
        CertificateDay = "certificate-day",
        /// has spent time with
        CertificateHas = "certificate-has",
        /// Signed, if wanted, by somebody who was there
        CertificateSign = "certificate-sign",
        /// The person named here made this certificate. Nobody was marked or counted.
        CertificateFoot = "certificate-foot",
        /// On a shared device
        Shared = "shared",
        /// What you write from here on is not kept on this device. It stays while this page is open, and is gone when the page is closed, loaded again, or when you end the session. If you want your words, you can take them along before.
        SharedAbout = "shared-about",
        /// Begin
        SharedBegin = "shared-begin",
        /// Take my words along
        SharedTake = "shared-take",
        /// As a file for a stick of your own, or on paper.
        SharedTakeAbout = "shared-take-about",
        /// Worksheets and cards
        Worksheets = "worksheets",
        /// Every exercise, empty, to print and write on.
        WorksheetsAbout = "worksheets-about",
        /// Of which module?
        WorksheetsOf = "worksheets-of",
        /// All modules
        WorksheetsAll = "worksheets-all",
        /// What would you like to print?
        WorksheetsWhat = "worksheets-what",
        /// Worksheets
        WorksheetsSheets = "worksheets-sheets",
        /// Cards to cut out
        WorksheetsCards = "worksheets-cards",
        /// This module has no exercise with cards.
        WorksheetsCardsNone = "worksheets-cards-none",
        /// In large print
        WorksheetsLarge = "worksheets-large",
        /// This sheet is yours. You choose who sees it, if anyone.
        WorksheetsYours = "worksheets-yours",
        /// Save as text (Markdown)
        SaveMarkdown = "save-markdown",
        /// Save as a page (HTML)
        SaveHtml = "save-html",
        /// Part of life
        Area = "area",
        /// not said
        AreaNone = "area-none",
        /// Home
        AreaHome = "area-home",
        /// Money
        AreaMoney = "area-money",
        /// Body and health
        AreaBody = "area-body",
        /// Mind and feelings
        AreaMind = "area-mind",
        /// People close to me
        AreaPeople = "area-people",
        /// Learning
        AreaLearning = "area-learning",
        /// Work, paid or not
        AreaWork = "area-work",
        /// Rest and joy
        AreaJoy = "area-joy",
        /// Belonging and having a say
        AreaBelonging = "area-belonging",
        /// What gives meaning
        AreaMeaning = "area-meaning",
        /// A day for it, and who could stand beside me
        StepMore = "step-more",
        /// A day for it
        StepBy = "step-by",
        /// Who could stand beside me in it
        StepWith = "step-with",
        /// for {day}
        StepOn = "step-on",
        /// The path so far
        Path = "path",
        /// Small steps, follow-ups and changes of direction. Days between them are not shown.
        PathAbout = "path-about",
        /// A path with a sign for each line of the table below it. Larger signs are changes of direction.
        PathDrawn = "path-drawn",
        /// What happened
        PathWhat = "path-what",
        /// Started
        PathStart = "path-start",
        /// Small step: {words}
        PathStep = "path-step",
        /// Changed to: {state}
        PathTurn = "path-turn",
        /// Follow-up
        FollowUp = "follow-up",
        /// A reminder for my calendar
        Reminder = "reminder",
        /// This makes a file that a calendar app can open. Calendars are often copied to other devices or seen by other people. So the reminder does not say what it is about, unless you tick that below.
        ReminderAbout = "reminder-about",
        /// Day of the follow-up
        ReminderDay = "reminder-day",
        /// Time of day
        ReminderTime = "reminder-time",
        /// A moment for myself
        ReminderTitle = "reminder-title",
        /// Put the words of my goal and small steps into the calendar
        ReminderSay = "reminder-say",
        /// Small steps with a day go into the file too, unless you ticked them as done. If you chose to be offered a follow-up, say after a week, the calendar repeats it. You can delete it there at any time.
        ReminderSteps = "reminder-steps",
        /// Browsers that translate pages
        Translate = "translate",
        /// What such a browser sends
        TranslateAbout = "translate-about",
        /// What stood in the plan until the course was changed
        PlanEarlier = "plan-earlier",
        /// Takes such words off the plan
        PlanTakeOff = "plan-take-off",
        /// Save the calendar file
        ReminderSave = "reminder-save",
        /// Where the day and time of a reminder are over
        ReminderPast = "reminder-past",
        /// This goal on paper
        GoalPrint = "goal-print",
        /// With the follow-ups
        GoalPrintTalks = "goal-print-talks",
        /// More, in my own words
        PlanOwn = "plan-own",
        /// Change these words
        PlanChange = "plan-change",
        /// Hide this section: {section}
        PlanHide = "plan-hide",
        /// Show again: {section}
        PlanShow = "plan-show",
        /// Hidden sections
        PlanHidden = "plan-hidden",
        /// What you wrote in them is still kept. It is left out here and in the printed plan. It can still be on your crisis card or a sheet to share.
        PlanHiddenAbout = "plan-hidden-about",
        /// My plan on paper
        PlanPrint = "plan-print",
        /// My crisis card
        Card = "card",
        /// Your own words for a very hard time, small enough to carry. Some parts of your plan are on it to begin with; you can change that. You choose who sees it.
        CardAbout = "card-about",
        /// How would you like it?
        CardForm = "card-form",
        /// For a phone screen
        CardPhone = "card-phone",
        /// Cards for a purse or pocket
        CardSmall = "card-small",
        /// One sheet, folded twice
        CardFolded = "card-folded",
        /// Each card is as wide as a bank card. If one is longer, it can be folded.
        CardSmallAbout = "card-small-about",
        /// Print it on one side, then fold it twice with the words outside. If it does not fit on one sheet, you could choose fewer sections.
        CardFoldedAbout = "card-folded-about",
        /// A name or a line for the top. It is not kept.
        CardName = "card-name",
        /// What goes on it?
        CardSections = "card-sections",
        /// There is nothing on the card yet. What you write in your plan finds its place here.
        CardEmpty = "card-empty",
        /// In a hard time
        CardTitle = "card-title",
        /// Write something of your own, if you like
        NoteNew = "note-new",
        /// Done writing
        NoteDone = "note-done",
        /// Change this entry
        NoteChange = "note-change",
        /// Take this entry away
        NoteForget = "note-forget",
        /// Take this entry away? Right afterwards you can undo it.
        NoteForgetSure = "note-forget-sure",
        /// Written freely
        JournalNote = "journal-note",
        /// To my plan
        JournalPlan = "journal-plan",
        /// To my learning plan
        JournalLearning = "journal-learning",
        /// A sheet to share
        Sheet = "sheet",
        /// Nothing is on the sheet until you tick it. Nothing is sent: you print it or save it, and you decide who sees it. The ticks are not kept.
        SheetAbout = "sheet-about",
        /// Who is it for?
        SheetFor = "sheet-for",
        /// A friend, or someone close
        SheetFriend = "sheet-friend",
        /// A doctor or another professional
        SheetDoctor = "sheet-doctor",
        /// An advocate (someone on my side)
        SheetAdvocate = "sheet-advocate",
        /// A class or a group
        SheetClass = "sheet-class",
        /// Myself
        SheetMyself = "sheet-myself",
        /// It can help to show what does you good and what you would like from them. The rest can stay yours.
        SheetFriendAbout = "sheet-friend-about",
        /// It can help to show what you notice, what matters to you, and what you want to ask.
        SheetDoctorAbout = "sheet-doctor-about",
        /// It can help to show what you want, what you do not want, and what gets in the way.
        SheetAdvocateAbout = "sheet-advocate-about",
        /// Many people may see it in a group. A little is often enough.
        SheetClassAbout = "sheet-class-about",
        /// For a drawer, a wall or another device.
        SheetMyselfAbout = "sheet-myself-about",
        /// What goes on it?
        SheetWhat = "sheet-what",
        /// Follow-ups: {words}
        SheetTalks = "sheet-talks",
        /// Nothing is ticked, so the sheet is empty.
        SheetEmpty = "sheet-empty",
        /// There is nothing to choose from yet. What you write in modules, goals, your plan and the journal can be chosen here.
        SheetNothing = "sheet-nothing",
        /// Made on {day}
        SheetMade = "sheet-made",
        /// For: {whom}
        SheetWhom = "sheet-whom",
        /// My learning plan
        LearningPlan = "learning-plan",
        /// The modules you are drawn to, in your own order. It is a list of wishes, not a timetable.
        LearningAbout = "learning-about",
        /// No module is here yet. You could add one below, or leave it for another day.
        LearningNone = "learning-none",
        /// Why this one, if you like
        LearningWhy = "learning-why",
        /// Add to my learning plan
        LearningAdd = "learning-add",
        /// This module is in your learning plan.
        LearningIn = "learning-in",
        /// More modules
        LearningOthers = "learning-others",
        /// My learning plan on paper
        LearningPrint = "learning-print",
        /// Written freely on {day}
        DataNote = "data-note",
        /// Written in your plan: {section}
        DataPlan = "data-plan",
        /// Print what is listed here
        JournalPrint = "journal-print",
        /// You could open this page on your phone, or take a picture of the screen. Pictures may be copied to other devices.
        CardPhoneAbout = "card-phone-about",
        /// Follow-up: {next}
        PathTalk = "path-talk",
        /// This is everything this site keeps in this browser. Whoever uses this browser on this device can read it, unless you put a lock on. A browser can clear it, so a backup file is worth having.
        DataAbout = "data-about",
        /// This is everything you wrote in this session. It is in this page alone, and gone when you close or leave it.
        DataAboutPage = "data-about-page",
        /// Nothing is kept here yet.
        DataNothing = "data-nothing",
        /// Last changed {time}
        DataChanged = "data-changed",
        /// {n} letters
        DataSize = "data-size",
        /// Your words in “{module}”
        DataAnswer = "data-answer",
        /// A goal: {words}
        DataGoal = "data-goal",
        /// How you like to read
        DataSettings = "data-settings",
        /// Where you were in the modules
        DataPlace = "data-place",
        /// Kept under “{name}”
        DataOther = "data-other",
        /// Set aside
        DataAside = "data-aside",
        /// These could not be read, were written in two places at once, or were different in a backup. They stay here just as they were.
        DataAsideAbout = "data-aside-about",
        /// Show it just as it is kept
        DataShow = "data-show",
        /// Show more
        DataMore = "data-more",
        /// The network is closed: since the modules arrived, the browser refuses what this page would fetch or send. No page can close two ways: opening another page, and calls between browsers (WebRTC). This page uses the first for links alone, the second never, and lets no other script in that could.
        NetworkClosed = "network-closed",
        /// The network is not closed yet. Load the page again, and tell the centre if this sentence stays.
        NetworkOpen = "network-open",
        /// Take everything along
        Backup = "backup",
        /// A backup file has everything in it that is kept here, also what was set aside. Whoever opens the file can read it. Keep it where only you, or people you trust, can get at it.
        BackupAbout = "backup-about",
        /// Save a backup file
        BackupSave = "backup-save",
        /// Bring back a backup
        Restore = "restore",
        /// Choose a backup file
        RestoreChoose = "restore-choose",
        /// In this file: {new} new, {same} the same as here, {different} that differ. What is here stays as it is. What differs in the file is set aside, to look at further down.
        RestoreFound = "restore-found",
        /// Bring it back
        RestoreDo = "restore-do",
        /// It is brought back, in numbers
        RestoreDone = "restore-done",
        /// How many things are kept for a newer version
        RestoreHeld = "restore-held",
        /// Where a file has nothing of this site in it
        RestoreEmpty = "restore-empty",
        /// Where everything in a file is here already
        RestoreSame = "restore-same",
        /// Undo that
        RestoreUndo = "restore-undo",
        /// It is undone. What was changed since then stays as it is.
        RestoreUndone = "restore-undone",
        /// This file is not whole, or it is no backup. Nothing was changed. Choose another file, or save the backup once more where it came from.
        RestoreBroken = "restore-broken",
        /// This file is from something else. Nothing was changed. Choose a file that was saved here as a backup.
        RestoreForeign = "restore-foreign",
        /// A newer version of this site wrote this file. Nothing was changed. Load the page again to get that version, then choose the file again.
        RestoreNewer = "restore-newer",
        /// This file is too large to be a backup of this site. Nothing was changed. Choose another file.
        RestoreLarge = "restore-large",
        /// What is in this file and what is here are together more than a browser keeps for a site. Nothing was changed.
        RestoreNoRoom = "restore-no-room",
        /// There is not enough room in this browser, or it does not allow keeping anything. Nothing was changed. You could take something away below, and try again.
        RestoreFailed = "restore-failed",
        /// Erase everything here
        Erase = "erase",
        /// For a shared computer, or to begin anew. It takes everything of this site out of this browser. Files you saved, what you printed, and the pages in the browser’s history stay.
        EraseAbout = "erase-about",
        /// Erase everything that this site keeps in this browser? It cannot be brought back, unless you have a backup file.
        EraseSure = "erase-sure",
        /// Take this away? It cannot be brought back.
        DataForgetSure = "data-forget-sure",
        /// Keeping it to yourself
        Private = "private",
        /// These make it harder for others to see what you do here. Use what helps, and leave the rest.
        PrivateAbout = "private-about",
        /// “Leave this page”, at the top of every page, covers this page at once and opens another one in its place. If someone goes Back, they see an empty page with one button. That button shows the page again. If you use a lock, your words are then behind it.
        LeaveAbout = "leave-about",
        /// It does not take earlier pages out of the browser’s history. To leave no history either, use a private window, or clear the history afterwards.
        LeaveHistory = "leave-history",
        /// Press Shift {n} more times to leave this page.
        LeaveShift = "leave-shift",
        /// Go on
        GoOn = "go-on",
        /// Leaving with the keyboard
        Shift = "shift",
        /// Shift, pressed three times within five seconds, does the same as the button.
        ShiftAbout = "shift-about",
        /// Shift three times leaves this page
        ShiftOn = "shift-on",
        /// Only the button leaves this page
        ShiftOff = "shift-off",
        /// What the tab says
        Titles = "titles",
        /// The title of a page shows in the tab, in the browser’s history and on what you print. A quiet title is the same for every page, and the picture in the tab is gone. The address does not change, so it can still show which page it is.
        TitlesAbout = "titles-about",
        /// The title of the page
        TitlesUsual = "titles-usual",
        /// A quiet title, the same for every page
        TitlesDiscreet = "titles-discreet",
        /// Notes
        TitleDiscreet = "title-discreet",
        /// Keeping nothing you write
        NoTrace = "no-trace",
        /// For a shared or borrowed computer. Nothing you write is kept in this browser: it is in this page alone. It is gone when you close the page, leave it or load it again, or end the session. You can save it as a file first. What was kept here before stays untouched.
        NoTraceAbout = "no-trace-about",
        /// The browser’s history still says that this site was open, and a file you save stays where it was saved.
        NoTraceHistory = "no-trace-history",
        /// Begin without keeping anything
        NoTraceBegin = "no-trace-begin",
        /// Some of your words are in this page alone and would be gone. Save a backup file under “What is kept here” and load the page again; then you can begin.
        NoTraceUnkept = "no-trace-unkept",
        /// Nothing you write now is kept: it is gone when you close or leave this page.
        NoTraceNow = "no-trace-now",
        /// Save it as a file, or end this session
        NoTraceMore = "no-trace-more",
        /// Save everything as a backup file
        NoTraceTake = "no-trace-take",
        /// End this session
        NoTraceEnd = "no-trace-end",
        /// End this session? What you wrote in it will be gone, unless you saved it as a file.
        NoTraceEndSure = "no-trace-end-sure",
        /// A lock
        Lock = "lock",
        /// With a lock, everything you write here is kept so that nobody can read it without your passphrase, not even someone who copies this browser’s files. It locks itself when you leave or close this page, and when you have not used it for a while.
        LockAbout = "lock-about",
        /// Nobody can open it for you. If you forget the passphrase, what you wrote is lost: there is no way around it, for us either. Before you put the lock on, save a backup file and keep it somewhere safe.
        LockForgottenFirst = "lock-forgotten-first",
        /// Save a backup file first
        LockBackup = "lock-backup",
        /// What you wrote before the lock may still be found in the browser’s own files for some time, by someone who knows how to look there. How you like to read, and the day of your last backup file, stay unlocked: the page needs them to open.
        LockBefore = "lock-before",
        /// A lock cannot be put on now, because what you write now is not kept in this browser.
        LockNothing = "lock-nothing",
        /// Put the lock on
        LockPut = "lock-put",
        /// The lock is on.
        LockOn = "lock-on",
        /// Lock
        LockNow = "lock-now",
        /// Lock by itself when not used
        LockIdle = "lock-idle",
        /// after {n} minutes
        LockMinutes = "lock-minutes",
        /// Take the lock off
        LockOff = "lock-off",
        /// There is not enough room in this browser to put the lock on or take it off. Nothing was changed. Take something away under “What is kept here”, and try again.
        LockFull = "lock-full",
        /// The browser did not allow it. Nothing was changed. Load the page again and try once more.
        LockBlocked = "lock-blocked",
        /// Locked
        Locked = "locked",
        /// What is kept here opens with your passphrase.
        LockedAbout = "locked-about",
        /// “Help now”, “A pause” and “Leave this page” work without it.
        LockedOpen = "locked-open",
        /// Open
        Unlock = "unlock",
        /// If you forgot the passphrase
        LockForgotten = "lock-forgotten",
        /// Take your time: it may come back to you, and nothing is lost by trying as often as you like. If it does not, what is behind the lock cannot be opened by anyone. You can erase it here, begin anew, and bring back a backup file if you have one.
        LockForgottenAbout = "lock-forgotten-about",
        /// A newer version of this site made this lock. Nothing was changed. Load the page again to get that version, then open the lock.
        LockNewer = "lock-newer",
        /// The lock cannot be read any more, or this device has too little memory to open it. Nothing was changed. Close other pages and try again. If it still does not open and you have a backup file, you can erase everything here and bring that file back.
        LockDamaged = "lock-damaged",
        /// Passphrase
        Passphrase = "passphrase",
        /// The passphrase you use now
        PassphraseOld = "passphrase-old",
        /// A new passphrase
        PassphraseNew = "passphrase-new",
        /// The new passphrase once more
        PassphraseAgain = "passphrase-again",
        /// Show what I type
        PassphraseShow = "passphrase-show",
        /// At least eight letters. Four or five words that only you would put together are easy to keep in mind and hard to guess.
        PassphraseAdvice = "passphrase-advice",
        /// The new passphrase is too short. Please fill in the fields again, with at least eight letters.
        PassphraseShort = "passphrase-short",
        /// The new passphrase was not the same both times. Please fill in the fields again.
        PassphraseDiffers = "passphrase-differs",
        /// This passphrase does not open it. Nothing was changed. “Show what I type” may help; try as often as you like.
        PassphraseWrong = "passphrase-wrong",
        /// One moment …
        PassphraseTrying = "passphrase-trying",
        /// Change the passphrase
        PassphraseChange = "passphrase-change",
        /// Somebody with an older copy of this browser’s files and the old passphrase could also read what you write later. If that may be so, take the lock off and put a new one on.
        PassphraseChangeOld = "passphrase-change-old",
        /// From now on, the new passphrase opens the lock.
        PassphraseChanged = "passphrase-changed",
        /// Checking the spelling
        Spelling = "spelling",
        /// To check spelling, some browsers send what you write to the company that made them. So it is off in every field here. If your browser checks on this device alone, you can turn it on.
        SpellingAbout = "spelling-about",
        /// Off
        SpellingOff = "spelling-off",
        /// On, the way this browser does it
        SpellingOn = "spelling-on",
        /// Everything, one by one
        DataAll = "data-all",
        /// Together {n} letters. A browser keeps about five million for a site.
        DataTotal = "data-total",
        /// Take away what was written in one module
        DataModule = "data-module",
        /// Take away everything you wrote in “{module}”? Right afterwards you can undo it. Goals and what you wrote elsewhere stay.
        DataModuleSure = "data-module-sure",
        /// Everything this site kept in this browser is erased.
        EraseDone = "erase-done",
        /// The browser did not let everything be erased, and something is still kept. Load the page again and try once more, or clear this site’s data in the browser’s own settings.
        EraseLeft = "erase-left",
        /// What was kept here is gone from this browser. The browser, a person or another site at the same address cleared it. What is on this page is still here.
        Cleared = "cleared",
        /// What this page has asked for
        Requests = "requests",
        /// By the browser’s own record, this page has asked for {n} files since it was opened. They are the same whatever you read or write.
        RequestsNumber = "requests-number",
        /// Besides these, a browser may ask for the site’s name and picture by itself, for installing it. What keeps the page for use without a connection asks for the same files once more, in every language, and for the page at each visit. None of this depends on you either.
        RequestsOthers = "requests-others",
        /// See for yourself
        See = "see",
        /// On a computer, press F12 to open the browser’s tools. They belong to the browser, not to us, so we cannot change what they show.
        SeeTools = "see-tools",
        /// Choose Network there, then write something and go from page to page. No new line appears.
        SeeNetwork = "see-network",
        /// Choose Application or Storage, then Local storage. That is everything that is kept; each name begins with waymark.
        SeeStorage = "see-storage",
        /// Or switch the connection off once this page is open. Everything still works, except loading the page again.
        SeeOffline = "see-offline",
        /// Some things cannot be seen here: browser extensions, and other programs on the device, may read what you write. On a device you do not trust, write only what you would not mind others reading.
        SeeLimits = "see-limits",
        /// How long it is kept
        Keeping = "keeping",
        /// This browser has promised not to clear it by itself, even when the device runs out of room.
        PromiseGiven = "promise-given",
        /// This browser has not promised to keep it: when the device runs out of room, it may clear it.
        PromiseNot = "promise-not",
        /// This browser does not say whether it will keep it when the device runs out of room.
        PromiseUnknown = "promise-unknown",
        /// What is kept here stays when you close the page or the tab. If the whole browser or the device stops all of a sudden, the last minute of writing can be missing.
        KeepingDelay = "keeping-delay",
        /// If you use Safari on seven days without opening this site, Safari clears what is kept.
        KeepingSafari = "keeping-safari",
        /// A private window clears it when the window closes. Cleaning programs and clearing the browser’s data do so too.
        KeepingWindows = "keeping-windows",
        /// No backup file was saved from this browser so far.
        BackedUpNever = "backed-up-never",
        /// The last backup file was saved {n} days ago.
        BackedUp = "backed-up",
        /// A backup file was saved today.
        BackedUpToday = "backed-up-today",
        /// You have written a good deal here, and it is in this browser alone. If you like, save a backup file some time, under “What is kept here”.
        BackupSuggested = "backup-suggested",
        /// Put a passphrase on the file
        BackupClose = "backup-close",
        /// Then nobody can read the file without the passphrase. If you forget it, nobody can open the file, and neither can we. The file has an open format called “age”: this site opens it, and so does the program of that name.
        BackupCloseAbout = "backup-close-about",
        /// Save a backup file with a passphrase
        BackupCloseSave = "backup-close-save",
        /// The backup file with a passphrase is saved.
        BackupClosed = "backup-closed",
        /// This device does not have enough memory to put a passphrase on the file. Close other pages and try again, or save a backup file without one.
        BackupNotClosed = "backup-not-closed",
        /// This file has a passphrase. Please write the one that was chosen for it.
        RestoreClosed = "restore-closed",
        /// Open the file
        RestoreOpen = "restore-open",
        /// This file opens with a key, not with a passphrase. Nothing was changed. Open it with the program “age” first, then choose the file that it makes.
        RestoreNoPassphrase = "restore-no-passphrase",
        /// This file asks for more memory than a page can have. Nothing was changed. Open it with the program “age” first, then choose the file that it makes.
        RestoreTooMuch = "restore-too-much",
        /// For the people who look after this site: what is wrong in its files, by file and line.
        CheckAbout = "check-about",
        /// This is Waymark {version}.
        CheckVersion = "check-version",
        /// What changed in each version
        CheckChanges = "check-changes",
        /// Nothing is wrong in these files.
        CheckNone = "check-none",
        /// There are {n} things to mend.
        CheckSome = "check-some",
        /// {file}, line {line}
        CheckPlace = "check-place",
        /// In {n} places
        CheckPlaces = "check-places",
        /// To mend
        CheckMend = "check-mend",
        /// To know, or to look at again
        CheckKnow = "check-know",
        /// Only the language you are reading was looked at. To look at all of them, this page has to open anew; the server can then see that somebody looks after the site.
        CheckOne = "check-one",
        /// Look at every language
        CheckAll = "check-all",
        /// Words the centre does not want to use, with commas between.
        WordsToAvoid = "words-to-avoid",
        /// Try a module
        Write = "write",
        /// For the people who write modules. Paste the text of a module here, open its file or drop it on the field, or begin with the template. Below it stands what is wrong, and then the module as a learner sees it. The exercises can be tried. Nothing of this is kept or sent: take the file away before you close the page.
        WriteAbout = "write-about",
        /// The text of the module
        WriteText = "write-text",
        /// Open a module’s file
        WriteOpen = "write-open",
        /// Begin with the template
        WriteTemplate = "write-template",
        /// A whole small module to begin with.
        WriteTemplateText = "write-template-text",
        /// Begin with the plan of a session
        WritePlan = "write-plan",
        /// A whole small plan to begin with.
        WritePlanText = "write-plan-text",
        /// Bring back what stood here before
        WriteBack = "write-back",
        /// Name of the file, without .md: small letters, digits and hyphens
        WriteName = "write-name",
        /// Take the file away
        WriteTake = "write-take",
        /// This cannot be the name of a module’s file. Use small letters a to z, digits and hyphens, at most 60.
        WriteNameWrong = "write-name-wrong",
        /// This file could not be read as text. Save it as UTF-8 in a text editor, and open it again.
        WriteUnread = "write-unread",
        /// Nothing is wrong in it.
        WriteFine = "write-fine",
        /// Line {line}
        WriteLine = "write-line",
        /// As a learner sees it
        WriteSeen = "write-seen",
        /// What you write into these exercises is not kept.
        WriteTried = "write-tried",
        /// How a module and the plan of a session are written, with an example of each kind of exercise, stands in the file write-a-module.html that came with this site.
        WriteDocs = "write-docs",
        /// Live classes
        Class = "class",
        /// For the two people who run a session together. Class mode opened by itself, without anything that was written in this browser: no page of it can show it.
        ClassAbout = "class-about",
        /// No module here has a plan for a session yet. It would stand in the folder “class”, in a file with the module’s name.
        ClassNone = "class-none",
        /// All sessions
        ClassBack = "class-back",
        /// Back to the site
        ClassLeave = "class-leave",
        /// From here this opens the page anew, and words that are in this page alone would be gone.
        ClassApart = "class-apart",
        /// Open it in a window of its own
        ClassWindow = "class-window",
        /// For every session
        ClassEvery = "class-every",
        /// Open the screen
        ClassScreen = "class-screen",
        /// For the projector. Page Up, Page Down and the arrow keys go back and on, B makes it dark.
        ClassScreenAbout = "class-screen-about",
        /// Open the notes
        ClassNotes = "class-notes",
        /// For you two, in a second window. The two windows of one browser stay in step.
        ClassNotesAbout = "class-notes-about",
        /// What to bring
        ClassMaterials = "class-materials",
        /// On the screen
        ClassShows = "class-shows",
        /// Peer
        ClassPeer = "class-peer",
        /// Professional
        ClassProfessional = "class-professional",
        /// Part {n} of {of}
        ClassPart = "class-part",
        /// Next
        ClassOn = "class-on",
        /// Back
        ClassBefore = "class-before",
        /// More
        ClassMore = "class-more",
        /// On to: {part}
        ClassNext = "class-next",
        /// Back to: {part}
        ClassPrevious = "class-previous",
        /// Make the screen dark
        ClassDark = "class-dark",
        /// Code to scan
        ClassCode = "class-code",
        /// This opens the same pages on your own phone. It carries the address and nothing else.
        ClassCodeAbout = "class-code-about",
        /// Code for shared tablets
        ClassCodeShared = "class-code-shared",
        /// For a tablet that several people use: nothing written there is kept on it.
        ClassCodeSharedAbout = "class-code-shared-about",
        /// Whose notes?
        ClassVoices = "class-voices",
        /// Both
        ClassVoicesBoth = "class-voices-both",
        /// A quiet sound when the planned time is over
        ClassSound = "class-sound",
        /// A pause for everyone
        ClassPause = "class-pause",
        /// Back to the screen
        ClassClear = "class-clear",
        /// Take your time. Write, draw, think, or rest. Nobody will ask to see it.
        ClassWrite = "class-write",
        /// About {n} minutes left
        ClassLeft = "class-left",
        /// {n} minutes over
        ClassOver = "class-over",
        /// What the group says
        ClassBoard = "class-board",
        /// This is gone when the window is closed, unless you take it away as a file.
        ClassBoardAbout = "class-board-about",
        /// Take it away as a file
        ClassBoardTake = "class-board-take",
        /// This is not there in {language} yet. It stands here in {other}.
        OtherLanguage = "other-language",
        /// Without a connection
        Offline = "offline",
        /// This page also opens without a connection, in this browser.
        OfflineReady = "offline-ready",
        /// The page is being made ready to open without a connection, in this browser.
        OfflineStarting = "offline-starting",
        /// This page works online only. Its address begins with http:, and browsers let a page open without a connection only where the address begins with https:. The people who look after this site can change that.
        OfflineHttp = "offline-http",
        /// This page works online only: this browser did not let it be kept for use without a connection.
        OfflineNot = "offline-not",
        /// This page was opened from a file. It needs no connection and asks for nothing.
        OfflineFile = "offline-file",
        /// What you write is kept in this browser on this computer, not in the file: it stays behind when you take the file or the stick with you. In some browsers, other pages opened from files on this computer can read it too. To take your words along, save a backup file.
        FileKept = "file-kept",
        /// On an iPhone or iPad it is worth putting this page on the home screen (Share, then Add to Home Screen): Safari clears what its pages keep after seven days of use without a visit, and a page on the home screen has a count of its own. It also keeps things for itself: what you wrote in Safari does not come along. Save a backup file first, and bring it back there.
        OfflineHome = "offline-home",
        /// A newer version of this page is here. Nothing changes while you are using it. It opens the next time you come, or now if you like; what you wrote stays.
        Newer = "newer",
        /// Use it now
        NewerUse = "newer-use",
        /// Checked {day}
        HelpChecked = "help-checked",
        /// There is nothing at this address
        Nowhere = "nowhere",
        /// It may have been moved, or it is on another device. These places are here:
        NowhereAbout = "nowhere-about",
        /// Education, not treatment. What you write stays in this browser.
        Footer = "footer",
    }
}
