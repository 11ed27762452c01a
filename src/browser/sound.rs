//! One soft sound, for those who chose it.

use web_sys::{AudioContext, OscillatorNode};

/// The note, in hertz: the A below middle C, which carries without startling.
const NOTE: f32 = 220.0;

/// How loud, from 0 to 1, and how long, in seconds.
const LOUDNESS: f32 = 0.2;
const LENGTH: f64 = 1.5;

/// Plays the sound. Where the browser allows none, nothing happens.
pub fn chime() {
    let _ = AudioContext::new().and_then(|audio| sound(&audio));
}

fn sound(audio: &AudioContext) -> Result<(), wasm_bindgen::JsValue> {
    let now = audio.current_time();
    let (note, loudness): (OscillatorNode, _) = (audio.create_oscillator()?, audio.create_gain()?);
    note.frequency().set_value(NOTE);
    loudness.gain().set_value_at_time(LOUDNESS, now)?;
    loudness.gain().exponential_ramp_to_value_at_time(0.001, now + LENGTH)?;
    note.connect_with_audio_node(&loudness)?;
    loudness.connect_with_audio_node(&audio.destination())?;
    note.start()?;
    note.stop_with_when(now + LENGTH)
}
