import fc from 'fast-check'

// Everybody's run draws the same cases, so that a red run is about the change; PROPERTY_SEED draws others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) })
