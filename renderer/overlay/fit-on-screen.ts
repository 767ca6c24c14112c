type Size = { readonly width: number; readonly height: number };

/**
 * The size of a window's page, px: the picture's, or where the screen is too small for that, the largest of its shape.
 * In another shape the capture of the window would not fill the picture.
 */
export const fitOnScreen = (picture: Size, frame: Size, screen: Size): Size => {
  const room = {
    width: Math.max(1, screen.width - frame.width),
    height: Math.max(1, screen.height - frame.height),
  };
  const scale = Math.min(1, room.width / picture.width, room.height / picture.height);
  return { width: Math.floor(picture.width * scale), height: Math.floor(picture.height * scale) };
};
