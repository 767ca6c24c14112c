/** A stand-in for a broadcast picture: a singer's stage, drawn for this project. */
export const stage = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720">
<defs><radialGradient id="a" cx=".5" cy=".2" r=".9"><stop offset="0" stop-color="#7a4a8c"/><stop offset=".55" stop-color="#2b2347"/><stop offset="1" stop-color="#0c0b16"/></radialGradient>
<linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffd9a0" stop-opacity=".75"/><stop offset="1" stop-color="#ffd9a0" stop-opacity="0"/></linearGradient></defs>
<rect width="1280" height="720" fill="url(#a)"/><path d="M560 0 380 720H820L720 0Z" fill="url(#b)"/><path d="M160 0 60 720H260L230 0Z" fill="url(#b)" opacity=".35"/><path d="M1120 0 1010 720H1240L1190 0Z" fill="url(#b)" opacity=".35"/>
<ellipse cx="640" cy="690" rx="560" ry="70" fill="#140f22"/><circle cx="640" cy="300" r="58" fill="#241a2e"/><path d="M540 690c0-190 20-300 100-300s100 110 100 300Z" fill="#1b1426"/><path d="M588 300c0-60 104-60 104 0 0-50-104-50-104 0Z" fill="#3a2746"/>
<path d="M700 400l52-66" stroke="#0d0a14" stroke-width="14" stroke-linecap="round"/><circle cx="757" cy="328" r="17" fill="#8d8aa0"/></svg>`;
