//! What things of the course and the record are called.

use crate::Word;
use course::Way;
use record::ties::{Near, Tie};
use record::{Area, State};

/// The word for a state.
pub const fn state_word(state: State) -> Word {
    match state {
        State::GoingOn => Word::StateGoingOn,
        State::Resting => Word::StateResting,
        State::Reached => Word::StateReached,
        State::LetGo => Word::StateLetGo,
    }
}

/// The word for a part of life.
pub const fn area_word(area: Area) -> Word {
    match area {
        Area::Home => Word::AreaHome,
        Area::Money => Word::AreaMoney,
        Area::Body => Word::AreaBody,
        Area::Mind => Word::AreaMind,
        Area::People => Word::AreaPeople,
        Area::Learning => Word::AreaLearning,
        Area::Work => Word::AreaWork,
        Area::Joy => Word::AreaJoy,
        Area::Belonging => Word::AreaBelonging,
        Area::Meaning => Word::AreaMeaning,
    }
}

/// The word for what a tie does.
pub const fn tie_word(tie: Tie) -> Word {
    match tie {
        Tie::Open => Word::TieOpen,
        Tie::Helps => Word::TieHelps,
        Tie::Hurts => Word::TieHurts,
        Tie::Both => Word::TieBoth,
    }
}

/// The word for how near somebody is.
pub const fn near_word(near: Near) -> Word {
    match near {
        Near::Open => Word::NearOpen,
        Near::Close => Word::NearClose,
        Near::Some => Word::NearSome,
        Near::Far => Word::NearFar,
    }
}

/// The words of each way to pause, in order.
pub const fn pause_words(way: Way) -> &'static [Word] {
    match way {
        Way::Breathing => &[Word::PauseIn, Word::PauseOut],
        Way::Noticing => {
            &[Word::NoticeSee, Word::NoticeTouch, Word::NoticeHear, Word::NoticeSmell, Word::NoticeTaste]
        }
        Way::Words => &[
            Word::PauseWordsNow,
            Word::PauseWordsGround,
            Word::PauseWordsBreath,
            Word::PauseWordsWeather,
            Word::PauseWordsStay,
        ],
    }
}
